package tshttp

import (
	"slices"
	"strings"

	"github.com/authlint/authlint/internal/authflow"
	"github.com/authlint/authlint/internal/credential"
	"github.com/authlint/authlint/internal/ts/value"
)

// The stores that platforms and libraries offer, and what their methods do.

// A storeOp is what a function does with a store: the operation, and the
// positions of key and value among its arguments, -1 where there is none.
type storeOp struct {
	op       authflow.StorageOp
	key, val int
	// named: key and value are properties of the object at the position of key.
	named bool
	// each: the argument is an array of keys.
	each bool
}

type storeOps map[string]storeOp

// A storeAPI is a store with its methods.
type storeAPI struct {
	store string
	ops   storeOps
	// encoding is how the library encodes what it stores; unknown where the code
	// that calls it decides.
	encoding authflow.Encoding
	// closed: the methods are all that there are.
	closed bool
	// made is the call that makes a store which encrypts; of no kind otherwise.
	made value.Value
	// mini: the storage of a mini program.
	mini bool
}

func reads(key int) storeOp       { return storeOp{op: authflow.Read, key: key, val: -1} }
func writes(key, val int) storeOp { return storeOp{op: authflow.Write, key: key, val: val} }
func removes(key int) storeOp     { return storeOp{op: authflow.Remove, key: key, val: -1} }
func holds(key int) storeOp       { return storeOp{op: authflow.Hold, key: key, val: -1} }

var clears = storeOp{op: authflow.Clear, key: -1, val: -1}

func (m storeOp) byName() storeOp { m.named = true; return m }

func (m storeOp) ofEach() storeOp { m.each = true; return m }

var (
	// HTML "Web storage". localForage has the same methods.
	webStorage   = storeOps{"getItem": reads(0), "setItem": writes(0, 1), "removeItem": removes(0), "clear": clears}
	asyncStorage = storeOps{"getItem": reads(0), "setItem": writes(0, 1), "mergeItem": writes(0, 1), "removeItem": removes(0), "clear": clears,
		"multiGet": reads(0).ofEach(), "multiRemove": removes(0).ofEach(), "multiSet": writes(0, -1).ofEach()}
	// What others call them; has and keys ask and change nothing.
	shortNames = storeOps{"get": reads(0), "set": writes(0, 1), "put": writes(0, 1), "save": writes(0, 1), "remove": removes(0), "delete": removes(0),
		"getItem": reads(0), "setItem": writes(0, 1), "removeItem": removes(0), "clear": clears, "clearAll": clears, "removeAll": clears, "deleteAll": clears,
		"getString": reads(0), "getObject": reads(0), "putObject": writes(0, 1), "store": writes(0, 1), "retrieve": reads(0)}
	secureStore = storeOps{"getItemAsync": reads(0), "getItem": reads(0), "setItemAsync": writes(0, 1), "setItem": writes(0, 1), "deleteItemAsync": removes(0)}
	preferences = storeOps{"get": reads(0).byName(), "set": writes(0, 1).byName(), "remove": removes(0).byName(), "clear": clears}
	miniStorage = storeOps{"getStorageSync": reads(0), "setStorageSync": writes(0, 1), "removeStorageSync": removes(0), "clearStorageSync": clears,
		"getStorage": reads(0).byName(), "setStorage": writes(0, 1).byName(), "removeStorage": removes(0).byName(), "clearStorage": clears}
	cookieFunctions = storeOps{"getCookie": reads(0), "setCookie": writes(0, 1), "deleteCookie": removes(0), "removeCookie": removes(0), "useCookie": holds(0)}
	nookies         = storeOps{"setCookie": writes(1, 2), "destroyCookie": removes(1)}
	cookiesOfReact  = storeOps{"1": writes(0, 1), "2": removes(0)} // const [cookies, setCookie, removeCookie] = useCookies()
)

const ofReactNative, ofMiniPrograms = "AsyncStorage", "mini program storage"

// storeModules are the stores whose object a package exports by default.
var storeModules = map[string]storeAPI{
	"@react-native-async-storage/async-storage": {store: ofReactNative, ops: asyncStorage},
	"@react-native-community/async-storage":     {store: ofReactNative, ops: asyncStorage},
	"localforage":                               {store: "localForage", ops: webStorage, encoding: authflow.Own},
	"js-cookie":                                 {store: "cookie", ops: shortNames},
	"universal-cookie":                          {store: "cookie", ops: shortNames},
	"vue-cookies":                               {store: "cookie", ops: shortNames},
	"store":                                     {store: "localStorage", ops: shortNames, encoding: authflow.JSON},
	"store2":                                    {store: "localStorage", ops: shortNames, encoding: authflow.JSON},
	"localstorage-slim":                         {store: "localStorage", ops: shortNames, encoding: authflow.JSON},
	"react-secure-storage":                      {store: "react-secure-storage", ops: shortNames, encoding: authflow.Own},
	"react-native-encrypted-storage":            {store: "EncryptedStorage", ops: webStorage},
	"@tarojs/taro":                              {store: ofMiniPrograms, ops: miniStorage, mini: true},
}

// storeExports are stores, and functions on stores, that packages export by name.
var storeExports = map[string]map[string]storeAPI{
	"quasar": {"LocalStorage": {store: "localStorage", ops: shortNames, encoding: authflow.Own},
		"SessionStorage": {store: "sessionStorage", ops: shortNames, encoding: authflow.Own}},
	"@capacitor/preferences": {"Preferences": {store: "Preferences", ops: preferences}},
	"@capacitor/storage":     {"Storage": {store: "Preferences", ops: preferences}},
	"react-native":           {"AsyncStorage": {store: ofReactNative, ops: asyncStorage}},
}

// storeClasses are the classes of packages whose objects are stores: made with
// new, or injected.
var storeClasses = map[string]map[string]storeAPI{
	"universal-cookie":   {"default": {store: "cookie", ops: shortNames}},
	"react-cookie":       {"Cookies": {store: "cookie", ops: shortNames}},
	"secure-ls":          {"default": {store: "localStorage", ops: shortNames, encoding: authflow.Own}, "*": {store: "localStorage", ops: shortNames, encoding: authflow.Own}},
	"encrypt-storage":    {"EncryptStorage": {store: "localStorage", ops: webStorage, encoding: authflow.Own}},
	"ngx-cookie-service": {"CookieService": {store: "cookie", ops: shortNames}, "SsrCookieService": {store: "cookie", ops: shortNames}},
	"ngx-cookie":         {"CookieService": {store: "cookie", ops: shortNames}},
	"ngx-webstorage": {"LocalStorageService": {store: "ngx-webstorage", ops: shortNames, encoding: authflow.JSON},
		"SessionStorageService": {store: "ngx-webstorage session", ops: shortNames, encoding: authflow.JSON}},
	"react-native-mmkv": {"MMKV": {store: "MMKV", ops: shortNames}},
}

// storeFunctions are the functions of packages that access a store themselves, or
// hold a key of it.
var storeFunctions = map[string]storeAPI{
	"expo-secure-store":  {store: "SecureStore", ops: secureStore},
	"nookies":            {store: "cookie", ops: nookies},
	"cookies-next":       {store: "cookie", ops: cookieFunctions},
	"typescript-cookie":  {store: "cookie", ops: cookieFunctions},
	"#app":               {store: "cookie", ops: cookieFunctions},
	"#imports":           {store: "cookie", ops: cookieFunctions},
	"nuxt/app":           {store: "cookie", ops: cookieFunctions},
	"jotai/utils":        {store: "", ops: storeOps{"atomWithStorage": holds(0)}},
	"ahooks":             {store: "", ops: hookOps},
	"usehooks-ts":        {store: "", ops: hookOps, encoding: authflow.JSON},
	"@uidotdev/usehooks": {store: "", ops: hookOps, encoding: authflow.JSON},
	"react-use":          {store: "", ops: hookOps, encoding: authflow.JSON},
	"@vueuse/core":       {store: "", ops: hookOps, encoding: authflow.Own},
	"@mantine/hooks":     {store: "", ops: storeOps{"useLocalStorage": holds(0).byName(), "useSessionStorage": holds(0).byName(), "readLocalStorageValue": reads(0).byName()}, encoding: authflow.JSON},
}

var hookOps = storeOps{"useLocalStorage": holds(0), "useSessionStorage": holds(0), "useStorage": holds(0), "useStorageAsync": holds(0),
	"useLocalStorageState": holds(0), "useSessionStorageState": holds(0), "useReadLocalStorage": reads(0), "useCookieState": holds(0)}

// apiOf returns the store that the function called belongs to, and its name
// there.
func apiOf(callee value.Value) (storeAPI, string, bool) {
	switch callee.Kind {
	case value.External:
		if a, ok := storeFunctions[callee.Module]; ok {
			return a.named(callee.Name), callee.Name, true
		}
		return storeAPI{}, "", false
	case value.Global: // Nuxt imports these by itself
		return storeAPI{store: "", ops: storeOps{"useCookie": holds(0), "useLocalStorage": holds(0), "useSessionStorage": holds(0), "useStorage": holds(0)}}, callee.Name, true
	case value.Member:
		a, ok := storeOf(*callee.Base)
		return a, callee.Name, ok
	}
	return storeAPI{}, "", false
}

// named completes the store of hooks that are named after it.
func (a storeAPI) named(hook string) storeAPI {
	switch {
	case a.store != "":
	case strings.Contains(hook, "LocalStorage"):
		a.store = "localStorage"
	case strings.Contains(hook, "SessionStorage"):
		a.store = "sessionStorage"
	}
	return a
}

// storeOf recognizes a store.
func storeOf(v value.Value) (storeAPI, bool) {
	switch v.Kind {
	case value.Global:
		switch v.Name {
		case "localStorage", "sessionStorage":
			return storeAPI{store: v.Name, ops: webStorage, closed: true}, true
		case "wx", "uni", "Taro":
			return storeAPI{store: ofMiniPrograms, ops: miniStorage, mini: true}, true
		}
	case value.External:
		if a, ok := storeExports[v.Module][v.Name]; ok {
			return a, true
		}
		if a, ok := storeModules[v.Module]; ok && (v.Name == "default" || v.Name == "*") {
			return a, true
		}
	case value.Call:
		return storeMadeBy(v)
	case value.Member:
		return storeInside(v)
	}
	return storeAPI{}, false
}

// storeMadeBy: new Cookies(), an injected service, cookies() of Next.
func storeMadeBy(v value.Value) (storeAPI, bool) {
	switch {
	case v.Base.Kind != value.External:
		if v.New && v.Base.IsGlobal("Storage") { // injected or typed: either of the two
			return storeAPI{ops: webStorage}, true
		}
		return storeAPI{}, false
	case v.New:
		a, ok := storeClasses[v.Base.Module][v.Base.Name]
		if a.encoding == authflow.Own {
			a.made = v
		}
		return a, ok
	case v.Base.From("cookies", "next/headers"), v.Base.From("useCookies", "@vueuse/integrations/useCookies", "@vueuse/integrations"):
		return storeAPI{store: "cookie", ops: shortNames}, true
	case v.Base.From("useCookies", "react-cookie"):
		return storeAPI{store: "cookie", ops: cookiesOfReact}, true
	}
	return storeAPI{}, false
}

// storeInside: this.$cookies, request.cookies, useQuasar().localStorage.
func storeInside(v value.Value) (storeAPI, bool) {
	root, path := v.Path()
	switch v.Name {
	case "$cookies", "cookies", "$cookie":
		return storeAPI{store: "cookie", ops: shortNames}, true
	case "localStorage", "sessionStorage":
		if len(path) > 1 && path[len(path)-2] == "$q" || root.Kind == value.Call && root.Base.From("useQuasar", "quasar") {
			return storeAPI{store: v.Name, ops: shortNames, encoding: authflow.Own}, true
		}
	}
	return storeAPI{}, false
}

// guessed recognizes a store by its methods' names, which only storages have,
// or by its own: which one it is, nobody saw.
func guessed(callee value.Value, receiver string) (storeAPI, bool) {
	if callee.Kind != value.Member {
		return storeAPI{}, false
	}
	if _, ok := webStorage[callee.Name]; ok && callee.Name != "clear" {
		return storeAPI{ops: webStorage}, true
	}
	if _, ok := shortNames[callee.Name]; ok && slices.ContainsFunc(credential.Words(receiver), func(w string) bool { return slices.Contains(storageWords, w) }) {
		return storeAPI{ops: shortNames}, true
	}
	return storeAPI{}, false
}

var storageWords = []string{"storage", "localstorage", "sessionstorage", "ls", "cookie", "cookies", "cookiestore", "securestore", "preferences", "keychain", "mmkv"}
