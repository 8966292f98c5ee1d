// Times checkers of texts that run in Node: timed.mjs FOLDER TEXTS.json
// One line for each that is installed: its name, seconds for all texts, and how much it found.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [folder, file] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, "utf8"));
const require = createRequire(pathToFileURL(resolve(folder, "package.json")));
const module = (name) => import(pathToFileURL(require.resolve(name)));
const esm = (name) => import(pathToFileURL(resolve(folder, "node_modules", name, "index.js")));

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
    const { default: writeGood } = await module("write-good");
    return (text) => writeGood(text).length;
});
await time("retext", async () => {
    const names = ["simplify", "passive", "intensify", "equality"];
    const { unified } = await esm("unified");
    const use = [await esm("retext-english"), ...(await Promise.all(names.map((n) => esm(`retext-${n}`)))), await esm("retext-stringify")];
    const checker = use.reduce((all, one) => all.use(one.default), unified());
    return async (text) => (await checker.process(text)).messages.length;
});
await time("harper", async () => {
    const harper = await import(pathToFileURL(resolve(folder, "node_modules/harper.js/dist/harper.js")));
    const binary = harper.binary ?? (await import(pathToFileURL(resolve(folder, "node_modules/harper.js/dist/binary.js")))).binary;
    const linter = new harper.LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text)).length;
});
