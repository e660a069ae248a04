// Builds the browser's files into dist/, under names that carry a hash of their content, and
// writes manifest.json from plain names to those. A file that is there as it should be is left
// alone: Cargo builds the crate that embeds them again whenever one is written.
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

// Turbo inserts a <style> for its progress bar as soon as it is loaded, which the content security
// policy forbids. The bar is styled in notice.css, so that one call is taken out.
const withoutInlineStyle = {
  name: "without-inline-style",
  setup: ({ onLoad }) =>
    onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const call = "    this.installStylesheetElement();\n";
      if (source.split(call).length !== 2) throw new Error("Turbo inserts its style in another way now");
      return { contents: source.replace(call, "") };
    }),
};

const { metafile, outputFiles } = await build({
  entryPoints: ["src/app.ts", "src/app.css"],
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox125", "safari17.5"],
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".svg": "dataurl", ".woff2": "file" },
  outdir: "dist",
  legalComments: "linked",
  metafile: true,
  write: false,
  plugins: [withoutInlineStyle],
});

const manifest = {};
for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, ".js")] = basename(path);
  // Fonts that pages ask for before the style does.
  const [font] = Object.keys(inputs).filter((input) => /-(latin|arabic)-wght-normal\.woff2$/.test(input));
  if (font && path.endsWith(".woff2")) manifest[basename(font)] = basename(path);
}

const icon = readFileSync("src/icon.svg");
manifest["icon.svg"] = `icon-${createHash("sha256").update(icon).digest("hex").slice(0, 8)}.svg`;

const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
files.set(manifest["icon.svg"], icon);
// The typeface may be passed on with its licence beside it.
files.set("rubik-LICENSE.txt", readFileSync("node_modules/@fontsource-variable/rubik/LICENSE"));
// Compressed once for every browser that takes it so. Fonts are already.
for (const [name, contents] of [...files]) {
  if (/\.(js|css|svg)$/.test(name)) files.set(`${name}.br`, brotliCompressSync(contents));
}
files.set("manifest.json", Buffer.from(JSON.stringify(manifest, null, 2)));

mkdirSync("dist", { recursive: true });
for (const name of readdirSync("dist")) {
  if (!files.has(name)) rmSync(`dist/${name}`, { recursive: true });
}
for (const [name, contents] of files) {
  const path = `dist/${name}`;
  if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents);
}
console.log(manifest);
