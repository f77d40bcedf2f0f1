/** What PrestaShop's marketplace checks of a module, as far as it can be checked without the marketplace. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packModule } from "../../scripts/pack-module.mjs";
import { lines, runOwn } from "../module/php";

const TOP = "weft/";
const NAMESPACE = "PrestaShop\\Module\\Weft";
const DOMAIN = "Modules.Weft.Admin";
const zip = unzipSync(packModule());
const names = Object.keys(zip).map((name) => name.slice(TOP.length));
const bytesOf = (name: string) => zip[TOP + name] ?? new Uint8Array();
const textOf = (name: string) => strFromU8(bytesOf(name));
const ending = (...ends: string[]) =>
  names.filter((name) => ends.some((end) => name.endsWith(`.${end}`)));

/** PHP without comments; `isBare` without the contents of strings, too. */
function codeOf(name: string, isBare = false): string {
  const code = textOf(name).replace(
    /('(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g,
    (_all, text?: string) => text ?? "",
  );
  return isBare ? code.replace(/'(?:[^'\\]|\\.)*'/g, "''") : code;
}

const classes = ending("php").filter(
  (name) => name.startsWith("src/") && !name.endsWith("index.php"),
);
const main = textOf("weft.php");
/** `file: what was found` for every match. */
const found = (files: string[], pattern: RegExp, read = (name: string) => codeOf(name, true)) =>
  files.flatMap((name) => [...read(name).matchAll(pattern)].map(([all]) => `${name}: ${all}`));

describe("the files of the module", () => {
  it("are of the kinds a module has, none empty, packed, minified or generated", () => {
    const kinds = /(^|\/)(LICENSE|\.htaccess)$|(?<!\.min)\.(php|tpl|css|xlf|md|json|png)$/;
    expect(names.filter((name) => !kinds.test(name))).toEqual([]);
    expect(names.filter((name) => bytesOf(name).length === 0)).toEqual([]);
    expect(names.filter((name) => /(^|\/)(config\w*\.xml|override\/|vendor\/)/.test(name))).toEqual(
      [],
    );
  });

  it("have an index.php in every folder, which leads away", () => {
    for (const name of names.filter((each) => each.endsWith("index.php")))
      expect(textOf(name)).toMatch(/header\('Location: \.\.\/'\);\s+exit;\s*$/);
    const folders = new Set(names.map((name) => name.split("/").slice(0, -1).join("/")));
    const open = [...folders].filter(
      (one) => !names.includes(`${one}/index.php`.replace(/^\//, "")),
    );
    expect(open).toEqual([]);
  });

  it("have an .htaccess that lets nobody open PHP, templates or catalogues", () => {
    expect(textOf(".htaccess")).toMatch(/FilesMatch "[^"]*php\|tpl\|xlf[^"]*"/);
    expect(textOf(".htaccess")).toContain("Require all denied");
    expect(textOf(".htaccess")).toContain("Deny from all");
  });

  it("carry the author and the licence", () => {
    const bare = ending("php", "tpl", "css", "js").filter(
      (name) =>
        !/^(<\?php\n\n)?\{?\/?\*\*[\s\S]{0,300}@author {4}Weft contributors\n \* @copyright Weft contributors\n \* @license {3}\S+ Apache-2\.0\n/.test(
          textOf(name),
        ),
    );
    expect(bare).toEqual([]);
    expect(textOf("LICENSE")).toContain("Apache License");
  });

  it("come with a readme, a changelog and documentation in each language", () => {
    expect(names).toEqual(
      expect.arrayContaining(["README.md", "CHANGELOG.md", "docs/readme_en.md"]),
    );
    expect(names).toEqual(expect.arrayContaining(["docs/readme_fr.md", "docs/readme_es.md"]));
    expect(textOf("CHANGELOG.md")).toContain(`## ${/version = '(.+)'/.exec(main)?.[1]}`);
  });

  it("have a logo that the module list can show", () => {
    const png = Buffer.from(bytesOf("logo.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].every((side) => side >= 57)).toBe(true);
  });

  it("have plain line ends, no byte order mark, no tab and no closing tag of PHP", () => {
    const text = ending("php", "tpl", "css", "xlf", "md", "json");
    expect(found(text, /\r|\t|^\uFEFF/g, textOf)).toEqual([]);
    expect(found(ending("php"), /\?>|<\?=|<\?(?!php)/g)).toEqual([]);
  });
});

describe("the main class", () => {
  it("says everything the module list asks for", () => {
    expect(main).toMatch(/class Weft extends Module\n/);
    const said = Object.fromEntries(
      [...main.matchAll(/\$this->(\w+) = (.+);/g)].map((match) => [match[1], match[2]]),
    );
    expect(said).toMatchObject({
      name: "'weft'",
      tab: "'market_place'",
      author: "'Weft'",
      version: expect.stringMatching(/^'\d+\.\d+\.\d+'$/),
      need_instance: "0",
      bootstrap: "true",
      ps_versions_compliancy: "['min' => '1.7.6.0', 'max' => '9.99.99']",
    });
    for (const name of ["displayName", "description", "confirmUninstall"])
      expect(main).toMatch(new RegExp(`\\$this->${name} = \\$this->trans\\(`));
    expect(main).toMatch(/isUsingNewTranslationSystem\(\): bool\n\s+\{\n\s+return true;/);
  });

  it("has a method for each hook and answers no other", () => {
    expect(found(ending("php"), /function __call/g)).toEqual([]);
  });
});

describe("the names of the module", () => {
  it("follow PSR-4, one class a file", () => {
    for (const name of classes) {
      const path = name.slice("src/".length, -".php".length).split("/");
      const type = path.pop();
      const code = codeOf(name, true);
      expect(code).toContain(`\nnamespace ${[NAMESPACE, ...path].join("\\")};\n`);
      expect(
        [...code.matchAll(/^(?:class|interface|trait) (\w+)/gm)].map(([, one]) => one),
      ).toEqual([type]);
    }
    const composer = JSON.parse(textOf("composer.json"));
    expect(composer).toMatchObject({
      type: "prestashop-module",
      license: "Apache-2.0",
      autoload: { "psr-4": { [`${NAMESPACE}\\`]: "src/" } },
    });
  });

  it("are those by which PrestaShop finds controllers and upgrades", () => {
    for (const name of names.filter((each) => /^controllers\/front\/(?!index)/.test(each))) {
      const part = name.replace(/^.*\/|\.php$/g, "");
      const type = `Weft${part[0]?.toUpperCase()}${part.slice(1)}ModuleFrontController`;
      expect(textOf(name)).toContain(`class ${type} extends ModuleFrontController\n`);
    }
    for (const name of names.filter((each) => each.startsWith("upgrade/upgrade-"))) {
      const version = name.replace(/^.*-|\.php$/g, "").replaceAll(".", "_");
      expect(textOf(name)).toContain(`function upgrade_module_${version}($module)`);
    }
  });

  it("are prefixed where a shop has one list for all modules", () => {
    const settings = found(
      classes,
      /Configuration::(?:update\w*|set|delete\w*)\('(?!WEFT_)\w+'/g,
      codeOf,
    );
    expect(settings.map((one) => one.split("'")[1]).toSorted()).toEqual([
      // Of the shop itself: switched on where an order or the key needs them.
      "PS_GUEST_CHECKOUT_ENABLED",
      "PS_INVOICE",
      "PS_INVOICE",
      "PS_SPECIFIC_PRICE_FEATURE_ACTIVE",
      "PS_WEBSERVICE",
    ]);
    const tables = classes.flatMap((name) => /TABLE = '(\w+)'/.exec(textOf(name))?.[1] ?? []);
    expect(tables).toHaveLength(5);
    expect(tables.filter((table) => !table.startsWith("weft_"))).toEqual([]);
    const altered = found(ending("php"), /(?:ALTER|TRUNCATE|RENAME) TABLE/gi, codeOf);
    expect(altered).toEqual(["upgrade/upgrade-0.2.0.php: ALTER TABLE"]);
  });
});

describe("the code of the module", () => {
  it("calls nothing that is forbidden", () => {
    const forbidden =
      /(?<![\w>:$\\]|function )(?:eval|assert|exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec|serialize|unserialize|extract|create_function|base64_decode|base64_encode|gzinflate|str_rot13|phpinfo|mysql_\w+|mysqli_\w+(?=\()|file_put_contents|fopen|chmod|die|var_dump|var_export|print_r|dump|dd|debug_zval_refcount|debug_print_backtrace|ini_set|set_time_limit|sleep|p|d)\s*\(|`/g;
    expect(found(ending("php"), forbidden)).toEqual([]);
    expect(
      found(
        ending("php"),
        /(?:Tools::(?:dieObject|d|p|jsonEncode|jsonDecode|file_get_contents)|->l)\(/g,
      ),
    ).toEqual([]);
    expect(
      found(ending("php"), /\$\$|\bgoto\b|(?<![\w'])@\w+\(|\bglobal \$(?!_MODULE\b)/g),
    ).toEqual([]);
    expect(found(ending("php"), /VERIFYPEER|VERIFYHOST/g)).toEqual([]);
  });

  it("reads the request by PrestaShop's tools, except where PrestaShop itself has none", () => {
    const globals = found(ending("php"), /\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER|SESSION)\b/g);
    expect(new Set(globals)).toEqual(
      new Set([
        "controllers/front/api.php: $_SERVER",
        "src/Events/OwnWebserviceRequest.php: $_GET",
        "src/Events/OwnWebserviceRequest.php: $_SERVER",
      ]),
    );
  });

  it("casts whatever it puts into SQL", () => {
    /** Variables that hold a part of a statement made here. */
    const parts =
      /^\$(?:table|where|condition|free|which|lock|ofOrder|column|name|columns|alias|rows|ids|moves|ofVariant|share|sql|now|this->(?:outbox->name|name|where|condition|inSeries|between|shopRestriction)\()/;
    const raw = ending("php").flatMap((name) =>
      codeOf(name)
        .split(/;\n/)
        .filter((statement) =>
          /'[^']*\b(?:SELECT|UPDATE|DELETE FROM|INSERT|WHERE|REPLACE INTO)\b/.test(statement),
        )
        .flatMap((statement) => [...statement.matchAll(/' \. (\$[\w>()[\]'-]+)/g)])
        .map((match) => match[1] ?? "")
        .filter((value) => !parts.test(value))
        .map((value) => `${name}: ${value}`),
    );
    expect(raw).toEqual([]);
  });

  it("keeps no state in classes and comments no code out", () => {
    expect(found(ending("php"), /\bstatic \$\w+|(?:private|protected|public) static \$/g)).toEqual(
      [],
    );
    expect(found(ending("php"), /^\s*\/\/.*[;{}]\s*$/gm, textOf)).toEqual([]);
  });

  it("asks for a token or a signature where it can be called from outside", () => {
    expect(textOf("controllers/front/cron.php")).toContain("hash_equals($expected");
    expect(textOf("controllers/front/api.php")).toContain("X_WEFT_SIGNATURE");
  });

  it("says the types of every function and property, and what is in an array", () => {
    const checked = lines(runOwn("types.php")) as { file: string; faults: string[] }[];
    expect(checked.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(checked).toHaveLength(ending("php").length);
  });
});

describe("the templates of the module", () => {
  const templates = ending("tpl");

  it("have no style, script or handler in them and load nothing from elsewhere", () => {
    expect(templates).not.toEqual([]);
    const inline = /\sstyle=|<style|<script|<iframe|\son[a-z]+=|javascript:|\{literal\}|nofilter/gi;
    expect(found(templates, inline, textOf)).toEqual([]);
    expect(
      found([...templates, ...ending("css")], /(?:src|href)="https?:|url\(|@import/g, textOf),
    ).toEqual([]);
  });

  it("escape every value", () => {
    const printed = found(templates, /\{\$[^}]+\}/g, textOf);
    expect(printed.filter((one) => !/\|(?:escape:'html':'UTF-8'|intval)\}$/.test(one))).toEqual([]);
  });

  it("have every text in PrestaShop's translation", () => {
    const loose = templates.map((name) =>
      textOf(name)
        .replace(/\{\*[\s\S]*?\*\}/g, "")
        .replace(/\{l s='(?:[^'\\]|\\.)*'[^{}]*(?:\{[^}]*\}[^{}]*)*? d='[\w.]+'\}/g, "")
        .replace(/\{[^}]*\}/g, "")
        .replace(/<[^>]*>/g, ""),
    );
    expect(loose.join("").replace(/[\s;]/g, "")).toBe("");
    const calls = found(templates, /\{l s=/g, textOf).length;
    expect(found(templates, new RegExp(` d='${DOMAIN}'\\}`, "g"), textOf)).toHaveLength(calls);
  });
});
