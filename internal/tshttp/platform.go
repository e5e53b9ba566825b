package tshttp

import (
	"bytes"
	"path"
	"path/filepath"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/ts/module"
)

// inBrowser says whether the code of a file runs in a browser, where CORS and
// the cookie rules of browsers hold. It answers No for servers, commands and
// native applications, and Unknown where nothing says so: most code for
// browsers looks like any other.
func inBrowser(p *module.Project, file string) authflow.Truth {
	for _, spec := range p.Specifiers(file) {
		if isNative(spec) || isNode(spec) {
			return authflow.No
		}
	}
	if isServerFile(filepath.ToSlash(file)) || p.Mentions(file, runsOnServer) {
		return authflow.No
	}
	native, server, browser := false, false, false
	for name := range p.Dependencies(file) {
		native = native || isNative(name)
		server = server || serverPackages[name]
		browser = browser || isBrowserPackage(name)
	}
	if native || server && !browser {
		return authflow.No
	}
	return authflow.Unknown
}

// isNative: cookies are kept by the platform there, and there are no origins.
func isNative(spec string) bool {
	return spec == "react-native" || spec == "expo" || strings.HasPrefix(spec, "expo-") || strings.HasPrefix(spec, "react-native-") ||
		strings.HasPrefix(spec, "@react-native") || strings.HasPrefix(spec, "@nativescript/")
}

// nodeModules are the modules of Node that bundlers for browsers do not stand
// in for.
var nodeModules = map[string]bool{
	"fs": true, "fs/promises": true, "http": true, "http2": true, "https": true, "net": true, "tls": true, "os": true, "child_process": true,
	"cluster": true, "readline": true, "dgram": true, "dns": true, "worker_threads": true, "vm": true,
}

// serverPackages are packages that code for browsers does not import.
var serverPackages = map[string]bool{
	"express": true, "koa": true, "fastify": true, "hapi": true, "@hapi/hapi": true, "restify": true, "@nestjs/core": true, "@nestjs/common": true,
	"@nestjs/axios": true, "h3": true, "next/server": true, "next/headers": true, "@sveltejs/adapter-node": true, "mongoose": true, "mongodb": true,
	"pg": true, "mysql2": true, "sequelize": true, "typeorm": true, "ioredis": true, "jsonwebtoken": true, "bcrypt": true, "passport": true,
	"nodemailer": true, "commander": true, "yargs": true, "inquirer": true, "dotenv": true, "supertest": true, "puppeteer": true,
	"@playwright/test": true, "vscode": true, "discord.js": true, "telegraf": true, "server-only": true,
}

func isNode(spec string) bool {
	return strings.HasPrefix(spec, "node:") || nodeModules[spec] || serverPackages[spec]
}

// isBrowserPackage: a project that depends on it has code for browsers too.
func isBrowserPackage(name string) bool {
	switch name {
	case "react", "react-dom", "preact", "vue", "svelte", "solid-js", "next", "nuxt", "jquery", "lit", "alpinejs", "htmx.org",
		"vite", "webpack", "parcel", "react-scripts", "rollup", "esbuild", "astro", "quasar", "ember-source", "backbone":
		return true
	}
	return strings.HasPrefix(name, "@angular/") || strings.HasPrefix(name, "@vue/") || strings.HasPrefix(name, "@sveltejs/")
}

// isServerFile: frameworks tell by its name that a file runs on the server.
func isServerFile(file string) bool {
	base := path.Base(file)
	stem := strings.TrimSuffix(base, path.Ext(base))
	return strings.HasSuffix(stem, ".server") || stem == "+server" ||
		strings.Contains(file, "/pages/api/") ||
		strings.Contains(file, "/server/api/") || strings.Contains(file, "/server/routes/") ||
		stem == "route" && strings.Contains(file, "/app/")
}

// runsOnServer finds the directive of server actions and the first line of a
// command.
func runsOnServer(src []byte) bool {
	head := strings.TrimLeft(string(src[:min(len(src), 200)]), " \t\r\n\ufeff")
	return strings.HasPrefix(head, `"use server"`) || strings.HasPrefix(head, `'use server'`) ||
		strings.HasPrefix(head, "#!") && strings.Contains(strings.SplitN(head, "\n", 2)[0], "node")
}

// surelyBrowser says whether code runs in a browser and nowhere else: that of a
// project of a browser's framework, without one that renders on a server too,
// or that touches the page itself.
func surelyBrowser(p *module.Project, file string) bool {
	if p.Mentions(file, touchesPage) {
		return true
	}
	browser := false
	for name := range p.Dependencies(file) {
		if serverPackages[name] || rendersOnServer[name] || isNative(name) {
			return false
		}
		browser = browser || isBrowserPackage(name)
	}
	return browser
}

// rendersOnServer are frameworks whose components run on the server first, or
// in a process of Node.
var rendersOnServer = map[string]bool{
	"next": true, "nuxt": true, "nuxt3": true, "@sveltejs/kit": true, "astro": true, "@remix-run/react": true, "gatsby": true, "electron": true,
	"@angular/ssr": true, "@tauri-apps/api": true, "ws": true, "@types/node-fetch": true, "node-fetch": true,
}

var pageWords = wordList("localStorage.", "sessionStorage.", "document.get", "document.query", "document.cookie", "window.location")

func touchesPage(src []byte) bool {
	for _, w := range pageWords {
		if bytes.Contains(src, w) {
			return true
		}
	}
	return false
}
