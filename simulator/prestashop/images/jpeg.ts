// A small JPEG encoder for pictures made of flat 8x8 blocks: every block has one colour, so only
// its mean (the DC term) is written. Knows nothing of stores or products.

export type Colour = readonly [red: number, green: number, blue: number];

/** Huffman tables of the JPEG standard for mean values (DC); AC has "end of block" alone. */
const DC_LENGTHS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_LENGTHS = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const AC_SYMBOLS = [0];
const QUANTUM = 4;

function codesOf(lengths: number[], symbols: number[]): Map<number, [code: number, bits: number]> {
  const codes = new Map<number, [number, number]>();
  let code = 0;
  let next = 0;
  lengths.forEach((count, index) => {
    for (let i = 0; i < count; i += 1) codes.set(symbols[next++] ?? 0, [code++, index + 1]);
    code <<= 1;
  });
  return codes;
}

function bitWriter(out: number[]) {
  let held = 0;
  let count = 0;
  return {
    put(value: number, bits: number): void {
      for (let bit = bits - 1; bit >= 0; bit -= 1) {
        held = (held << 1) | ((value >> bit) & 1);
        count += 1;
        if (count < 8) continue;
        out.push(held);
        if (held === 0xff) out.push(0);
        held = 0;
        count = 0;
      }
    },
    finish(): void {
      if (count > 0) this.put((1 << (8 - count)) - 1, 8 - count);
    },
  };
}

const toYCbCr = ([r, g, b]: Colour): [number, number, number] => [
  0.299 * r + 0.587 * g + 0.114 * b - 128,
  -0.1687 * r - 0.3313 * g + 0.5 * b,
  0.5 * r - 0.4187 * g - 0.0813 * b,
];

const segment = (marker: number, bytes: number[]): number[] => {
  const length = bytes.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...bytes];
};

function headers(width: number, height: number): number[] {
  const component = (id: number) => [id, 0x11, 0];
  return [
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => QUANTUM)]),
    ...segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      3,
      ...component(1),
      ...component(2),
      ...component(3),
    ]),
    ...segment(0xc4, [0x00, ...DC_LENGTHS, ...DC_SYMBOLS]),
    ...segment(0xc4, [0x10, ...AC_LENGTHS, ...AC_SYMBOLS]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ];
}

/**
 * Encodes a picture of `columns` x `rows` flat blocks, 8 pixels each way. `colourAt` is asked for
 * every block. The result is a baseline JFIF that any decoder reads.
 */
export function encodeBlocks(
  columns: number,
  rows: number,
  colourAt: (column: number, row: number) => Colour,
): Uint8Array<ArrayBuffer> {
  const out = headers(columns * 8, rows * 8);
  const writer = bitWriter(out);
  const dc = codesOf(DC_LENGTHS, DC_SYMBOLS);
  const ac = codesOf(AC_LENGTHS, AC_SYMBOLS);
  const last = [0, 0, 0];
  const putMean = (channel: number, mean: number) => {
    const level = Math.round((mean * 8) / QUANTUM);
    const step = level - (last[channel] ?? 0);
    last[channel] = level;
    const bits = step === 0 ? 0 : 32 - Math.clz32(Math.abs(step));
    writer.put(...(dc.get(bits) ?? [0, 2]));
    writer.put(step < 0 ? step + (1 << bits) - 1 : step, bits);
    writer.put(...(ac.get(0) ?? [0, 1]));
  };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      toYCbCr(colourAt(column, row)).forEach((mean, channel) => putMean(channel, mean));
  writer.finish();
  out.push(0xff, 0xd9);
  return Uint8Array.from(out);
}
