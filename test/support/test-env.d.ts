declare namespace Cloudflare {
  interface Env {
    /** The D1 migrations, handed to the tests by the configuration. */
    TEST_MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import("../../src/index");
  }
}
