// Times checkers of texts that run in Node: timed.mjs FOLDER TEXTS.json
// One line for each that is installed: its name, seconds for all texts, and how much it found.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [folder, file] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, "utf8"));

/** A package from that folder, by what its own package.json says. */
function load(name, part = ".") {
    const home = resolve(folder, "node_modules", name);
    const { exports: doors, main } = JSON.parse(readFileSync(resolve(home, "package.json"), "utf8"));
    const door = typeof doors === "string" && part === "." ? doors : doors?.[part];
    const file = typeof door === "object" ? (door.import ?? door.default) : (door ?? main ?? "index.js");
    return import(pathToFileURL(resolve(home, file)));
}

async function time(name, make) {
    try {
        const check = await make();
        // Once before the clock runs, so that nobody is timed while it starts.
        await check(texts[0]);
        const start = process.hrtime.bigint();
        let found = 0;
        for (const text of texts) found += await check(text);
        console.log([name, Number(process.hrtime.bigint() - start) / 1e9, found].join("\t"));
    } catch (problem) {
        console.error(`${name}: ${String(problem).split("\n")[0]}`);
    }
}

await time("write-good", async () => {
    const { default: writeGood } = await load("write-good");
    return (text) => writeGood(text).length;
});
await time("retext", async () => {
    const names = ["simplify", "passive", "intensify", "equality"];
    const { unified } = await load("unified");
    const all = ["english", ...names, "stringify"].map((name) => load(`retext-${name}`));
    const use = await Promise.all(all);
    const checker = use.reduce((all, one) => all.use(one.default), unified());
    return async (text) => (await checker.process(text)).messages.length;
});
await time("harper", async () => {
    const [harper, { binary }] = await Promise.all([load("harper.js"), load("harper.js", "./binary")]);
    const linter = new harper.LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text)).length;
});
