/** What a store's module says before it is trusted, in our words. */

/** A store's module that asks for its secret, proving itself by the code a merchant pasted. */
export interface SourcePairing {
  code: string;
  /** Made once when the module was installed; another installation has another. */
  installId: string;
  shopUrl: string;
  moduleVersion: string;
}

/** The key a store made for us, and the store's own address. */
export interface SourceHandOver {
  key: string;
  shopUrl: string;
}
