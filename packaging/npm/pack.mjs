// Makes the npm packages of a release: the launcher, and one package for each
// platform that carries the program.
//
//   node packaging/npm/pack.mjs VERSION OUT linux-x64=dist/…/authlint darwin-arm64=dist/…/authlint …
//
// Each package becomes a tarball in OUT; the launcher is packed last, since it is
// to be published last.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const launcher = join(dirname(fileURLToPath(import.meta.url)), "authlint");
const licence = join(launcher, "../../../LICENSE");

// The platforms as Node names them. Programs for Linux are linked statically, so
// that one does for glibc and for musl.
const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-arm64", "win32-x64"];

const [version, out, ...programs] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version ?? "") || programs.length === 0) {
  console.error("usage: pack.mjs VERSION OUT PLATFORM=PROGRAM...; a version is 1.2.3, without a v");
  process.exit(2);
}

const base = JSON.parse(readFileSync(join(launcher, "package.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "authlint-npm-"));
mkdirSync(out, { recursive: true });

function pack(dir, manifest) {
  writeFileSync(join(dir, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
  cpSync(licence, join(dir, "LICENSE"));
  const name = execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(out)], { cwd: dir, encoding: "utf8", shell: process.platform === "win32" });
  console.log(join(out, name.trim()));
}

try {
  const names = {};
  for (const arg of programs) {
    const [platform, program] = arg.split("=");
    if (!platforms.includes(platform) || !statSync(program).isFile()) {
      throw new Error(`${arg}: it is PLATFORM=PROGRAM, with one of ${platforms.join(", ")}`);
    }
    const [os, cpu] = platform.split("-");
    const name = `@authlint/${platform}`;
    const file = os === "win32" ? "authlint.exe" : "authlint";
    const dir = join(scratch, platform);
    mkdirSync(join(dir, "bin"), { recursive: true });
    cpSync(program, join(dir, "bin", file));
    chmodSync(join(dir, "bin", file), 0o755);
    const { license, homepage, bugs, repository } = base;
    pack(dir, { name, version, description: `The program of authlint for ${platform}`, license, homepage, bugs, repository, os: [os], cpu: [cpu], files: ["bin"], preferUnplugged: true });
    names[name] = version;
  }
  const dir = join(scratch, "authlint");
  cpSync(launcher, dir, { recursive: true });
  pack(dir, { ...base, version, optionalDependencies: names });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
