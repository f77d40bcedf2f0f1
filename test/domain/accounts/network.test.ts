import { expect, it } from "vitest";
import { networkOf } from "../../../src/domain/accounts/network";

it("is the /64 and the /48 of an IPv6 address, however it is written", () => {
  const network = { near: "2001:db8:1:2::/64", wide: "2001:db8:1::/48" };
  for (const address of [
    "2001:db8:1:2::1",
    "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::%eth0",
  ])
    expect(networkOf(address)).toEqual(network);
  expect(networkOf("::1").near).toBe("0:0:0:0::/64");
});

it("is the whole of anything else", () => {
  for (const address of ["203.0.113.7", "::ffff:203.0.113.7", "local", "1:2:3", "1::2::3", ""])
    expect(networkOf(address)).toEqual({ near: address, wide: address });
});
