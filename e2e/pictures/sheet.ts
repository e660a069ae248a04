// The sheet of all pictures that were taken: target/pictures/index.html.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { folder } from "./take.js";

const STYLE = `body { margin: 1rem; background: #777; color: #fff; font: 14px system-ui; }
section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; } img { display: block; inline-size: 30rem; } .phone img { inline-size: 13rem; }`;

export default function writeSheet(): void {
  if (!existsSync(folder)) return;
  const projects = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const parts = projects.map(({ name: project }) => {
    const pictures = readdirSync(`${folder}/${project}`).filter((file) => file.endsWith(".png")).sort();
    const figure = (file: string): string =>
      `<figure><figcaption>${file.replace(".png", "")}</figcaption><a href="${project}/${file}"><img loading="lazy" src="${project}/${file}" alt=""></a></figure>`;
    return `<h2>${project}</h2><section class="${project.split("-")[0]}">${pictures.map(figure).join("")}</section>`;
  });
  writeFileSync(`${folder}/index.html`, `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style>${parts.join("\n")}`);
  console.log(`${folder}/index.html`);
}
