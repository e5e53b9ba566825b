package tshttp

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authlint/authlint/internal/authflow"
)

// Each line of the code is an access; what follows // is the fact that it makes,
// one for each key: store, operation and key, and the form where it is known.
const storageLines = `
import AsyncStorage from '@react-native-async-storage/async-storage'
import * as SecureStore from 'expo-secure-store'
import { deleteItemAsync } from 'expo-secure-store'
import { Preferences } from '@capacitor/preferences'
import Cookies from 'js-cookie'
import UniversalCookie from 'universal-cookie'
import { useCookies } from 'react-cookie'
import nookies, { setCookie as setNookie, destroyCookie } from 'nookies'
import { cookies as nextCookies } from 'next/headers'
import Taro from '@tarojs/taro'
import { LocalStorage, useQuasar } from 'quasar'
import { useStorage } from '@vueuse/core'
import store from 'store2'
import { CookieService } from 'ngx-cookie-service'
import axios from 'axios'
import { KEYS, save, Vault } from './keys'

const PREFIX = 'app.'
const [cookies, setCookie, removeCookie] = useCookies(['token'])
const memory = remember ? localStorage : sessionStorage
const vault = new Vault('v1:')
localStorage.setItem('token', data.token) // localStorage write token raw
window.localStorage.setItem(PREFIX + 'token', JSON.stringify(data.token)) // localStorage write app.token json
globalThis.sessionStorage.setItem(KEYS.access, 'x') // sessionStorage write access_token raw
localStorage.token = data.token // localStorage write token raw
localStorage['token'] = data.token // localStorage write token raw
send(localStorage.token) // localStorage read token
send(localStorage[KEYS.access]) // localStorage read access_token
send(localStorage.length)
delete localStorage.token // localStorage remove token
localStorage.clear() // localStorage clear *
localStorage.setItem('token', '') // localStorage remove token
const t = ` + "`Bearer ${localStorage.getItem('token')}`" + ` // localStorage read token raw
const u = JSON.parse(localStorage.getItem('user') ?? '{}') // localStorage read user json
memory.setItem('token', data.token) // localStorage write token raw; sessionStorage write token raw
localStorage.setItem('k' + n, x) // localStorage write k‹n›
storage.removeItem('token') // ? remove token
this.cookieJar.get('token') // ? read token
this.jar.get('token')
tokenStorage.set('token', x) // ? write token
localStorage.get('token') // localStorage read token no get
document.cookie = 'token=' + token + '; path=/' // cookie write token raw
document.cookie = 'token=; Max-Age=0' // cookie remove token
document.cookie = name + '=' + v // cookie write ‹name› raw
const all = document.cookie.split('; ') // cookie read ‹document.cookie›
Cookies.set('token', t2, { expires: 7 }) // cookie write token
Cookies.remove('token') // cookie remove token
new UniversalCookie().get('token') // cookie read token
setCookie('token', 'x') // cookie write token raw
removeCookie('token') // cookie remove token
setNookie(null, 'token', 'x') // cookie write token raw
destroyCookie(ctx, 'token') // cookie remove token
nextCookies().set({ name: 'token', value: 'x' }) // cookie write token raw
useCookie('token') // ? hold token
AsyncStorage.setItem('token', 'x') // AsyncStorage write token raw
SecureStore.setItemAsync('token', 'x') // SecureStore write token raw
deleteItemAsync('token') // SecureStore remove token
Preferences.set({ key: 'token', value: 'x' }) // Preferences write token raw
Preferences.remove({ key: 'token' }) // Preferences remove token
wx.setStorageSync('token', 'x') // mini program storage write token raw
uni.getStorage({ key: 'token' }) // mini program storage read token
Taro.clearStorageSync() // mini program storage clear *
LocalStorage.set('token', 'x') // localStorage write token own
useQuasar().sessionStorage.getItem('token') // sessionStorage read token own
useStorage('token', '') // ? hold token own
store.set('token', 'x') // localStorage write token json
save('token', 'x') // localStorage write app:token raw
vault.put(KEYS.access, 'x') // sessionStorage write v1:access_token json
vault.drop(KEYS.access) // sessionStorage remove v1:access_token
class A {
  constructor(private cookies: CookieService, private vault: Vault) {}
  end() {
    this.cookies.delete('token') // cookie remove token
    this.vault.drop('late') // sessionStorage remove ‹this.prefix›late
  }
}
axios.get('/')
`

const storageKeys = `
export const KEYS = { access: 'access_token' }
export function save(key: string, value: string) { localStorage.setItem('app:' + key, value) }
export class Vault {
  constructor(private prefix: string) {}
  put(key: string, value: unknown) { this.write(key, JSON.stringify(value)) }
  private write(key: string, text: string) { sessionStorage.setItem(this.prefix + key, text) }
  drop(key: string) { sessionStorage.removeItem(this.prefix + key) }
}
`

func TestStorage(t *testing.T) {
	dir := t.TempDir()
	main, keys := filepath.Join(dir, "main.ts"), filepath.Join(dir, "keys.ts")
	for path, text := range map[string]string{main: storageLines, keys: storageKeys} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	res, err := Read(context.Background(), Input{Dir: dir, Files: []string{keys, main}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[int][]string{}
	for _, a := range res.Facts.Storage {
		if a.At.File != main {
			t.Errorf("%s: an access of its own in the wrappers: %s %q", storageLine(a), a.Store, a.Key)
			continue
		}
		line := strings.Count(storageLines[:a.At.Start], "\n")
		got[line] = append(got[line], storageLine(a))
	}
	for i, line := range strings.Split(storageLines, "\n") {
		_, text, _ := strings.Cut(line, " // ")
		var want []string
		if text != "" {
			want = strings.Split(text, "; ")
		}
		slices.Sort(got[i])
		if diff := cmp.Diff(want, got[i]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}

func storageLine(a *authflow.StorageAccess) string {
	key := a.Key
	switch {
	case a.Op == authflow.Clear:
		key = "*"
	case key == "" && len(a.Keys) > 0:
		key = a.Keys[0].String()
	}
	store := a.Store
	if store == "" {
		store = "?"
	}
	s := fmt.Sprintf("%s %s %s", store, a.Op, key)
	if a.NoMethod != "" {
		return s + " no " + a.NoMethod
	}
	return strings.TrimSpace(s + " " + [...]string{"", "raw", "json", "own"}[a.Encoding])
}
