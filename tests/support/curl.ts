import { readFileSync } from "node:fs";
import path from "node:path";
import { shellWords } from "./shell-words.js";

/** Does what a printed `curl` line says, for those options that the tool prints. */
export async function curl(
  line: string,
  options: { cwd: string; env: Readonly<Record<string, string>>; origin: string },
): Promise<Response> {
  const [program, ...words] = shellWords(line, options.env);
  if (program !== "curl") throw new Error(`This is no curl line: ${line}`);
  const headers = new Headers();
  const form = new FormData();
  let method: string | undefined;
  let body: string | FormData | undefined;
  let url: string | undefined;
  while (words.length > 0) {
    const word = words.shift() ?? "";
    const value = () => words.shift() ?? "";
    if (word === "-X") method = value();
    else if (word === "-I") method = "HEAD";
    else if (word === "-d") body = value();
    else if (word === "-H") {
      const [name = "", text = ""] = value().split(/: (.*)/s);
      headers.set(name, text);
    } else if (word === "-F") {
      const [name = "", text = ""] = value().split(/=(.*)/s);
      if (text.startsWith("@")) {
        const file = text.slice(1);
        form.set(name, new File([readFileSync(path.join(options.cwd, file))], file));
      } else form.set(name, text);
      body = form;
    } else url = word;
  }
  if (url === undefined) throw new Error(`Without a URL: ${line}`);
  return fetch(url.replace(/^http:\/\/localhost:\d+/, options.origin), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body }),
  });
}
