// Builds the browser's files into dist/, under names that carry a hash of their content, and
// writes manifest.json from plain names to those.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");

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

const { metafile } = await build({
  entryPoints: ["src/app.ts", "src/app.css"],
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox125", "safari17.5"],
  entryNames: "[name]-[hash]",
  outdir: "dist",
  legalComments: "linked",
  metafile: true,
  plugins: [withoutInlineStyle],
});

const manifest = {};
for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, ".js")] = basename(path);
}

const icon = readFileSync("src/icon.svg");
manifest["icon.svg"] = `icon-${createHash("sha256").update(icon).digest("hex").slice(0, 8)}.svg`;
writeFileSync(`dist/${manifest["icon.svg"]}`, icon);
writeFileSync("dist/manifest.json", JSON.stringify(manifest, null, 2));
console.log(manifest);
