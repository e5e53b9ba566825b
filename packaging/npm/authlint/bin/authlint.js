#!/usr/bin/env node
"use strict";
// Starts the program that npm installed for this platform, with the same
// arguments, streams and exit status.

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const platform = `${process.platform}-${process.arch}`;

// fail ends with the status that authlint has for bad usage: nothing was checked.
function fail(message) {
  console.error(`authlint: ${message}`);
  process.exit(2);
}

function program() {
  const file = process.platform === "win32" ? "authlint.exe" : "authlint";
  try {
    return require.resolve(`@authlint/${platform}/bin/${file}`);
  } catch {
    // It was left out, or there is none.
  }
  const platforms = Object.keys(require("../package.json").optionalDependencies || {}).map((name) => name.replace("@authlint/", ""));
  if (!platforms.includes(platform)) {
    fail(`there is no package for ${platform}, only for ${platforms.join(", ")}; with Go and a C compiler: go install github.com/authlint/authlint/cmd/authlint@latest`);
  }
  fail(`the package @authlint/${platform} is missing: it is an optional dependency, and the installation left those out or was made on another platform; remove node_modules and install again without --omit=optional`);
}

// Started by npm, pnpm or yarn, it is not on the reader's PATH: what it tells
// them to type begins with npx.
const env = process.env.npm_config_user_agent ? { AUTHLINT_COMMAND: "npx authlint", ...process.env } : process.env;

const child = spawn(program(), process.argv.slice(2), { stdio: "inherit", env });

// A terminal sends its interrupt to both, and the child decides what comes of
// it; what only this process is sent is passed on.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (err) => fail(`${err.message}; remove node_modules and install again`));
child.on("exit", (status, signal) => process.exit(signal ? 128 + constants.signals[signal] : status));
