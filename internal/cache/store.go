// Package cache keeps what a run has read of a project, so that the next run
// need not read again what has not changed. It is only ever a shortcut: what
// cannot be read, was written by another build of authlint or is damaged counts
// as not there.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/authlint/authlint/internal/atomicfile"
)

// A Store is a directory of entries. Nil is a store that keeps nothing. Its
// methods are safe for concurrent use.
type Store struct {
	dir   string
	build string

	mu  sync.Mutex
	err error
}

// Open returns the store in a directory, which need not be there yet. It holds
// entries of this build of authlint alone: another would read other facts.
func Open(dir string) *Store {
	return &Store{dir: dir, build: build()}
}

// UserDir is where the entries of this user are, in the directory that the
// operating system has for such files.
func UserDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "authlint"), nil
}

// build tells builds apart: by the version, the revision, and the file of the
// program, since those of a work tree with changes have one revision.
func build() string {
	id := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		id = info.String()
	}
	exe, err := os.Executable()
	if err != nil {
		return id
	}
	if at, err := os.Stat(exe); err == nil {
		id += fmt.Sprintf("\n%s %d %d", exe, at.Size(), at.ModTime().UnixNano())
	}
	return id
}

// keep is how long an entry stays that no run asks for.
const keep = 30 * 24 * time.Hour

// Load reads the entry of a key into a pointer. It is false where there is none.
func (s *Store) Load(key string, into any) bool {
	if s == nil {
		return false
	}
	path := s.path(key)
	data, err := os.ReadFile(path)
	if err != nil || len(data) < 4 || crc32.ChecksumIEEE(data[4:]) != binary.LittleEndian.Uint32(data) {
		return false
	}
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > keep/4 {
		os.Chtimes(path, time.Time{}, time.Now()) // it is in use
	}
	return decode(data[4:], into) == nil
}

// Save writes what a pointer points to as the entry of a key, and removes those that nobody has asked for in
// a long time.
func (s *Store) Save(key string, value any) {
	if s == nil {
		return
	}
	if err := s.save(key, value); err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.err = err
	}
}

// Err says why an entry could not be saved. A run is none the worse for it.
func (s *Store) Err() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

func (s *Store) save(key string, value any) error {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	f, err := atomicfile.Create(s.path(key))
	if err != nil {
		return err
	}
	defer f.Discard()
	data := make([]byte, 4, 64<<10)
	if data, err = encode(data, value); err != nil {
		return err
	}
	binary.LittleEndian.PutUint32(data, crc32.ChecksumIEEE(data[4:]))
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Commit(0o600); err != nil {
		return err
	}
	s.trim()
	return nil
}

func (s *Store) path(key string) string {
	sum := sha256.Sum256([]byte(s.build + "\x00" + key))
	return filepath.Join(s.dir, hex.EncodeToString(sum[:16])+suffix)
}

const suffix = ".facts"

func (s *Store) trim() {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasSuffix(e.Name(), suffix) && time.Since(info.ModTime()) > keep {
			os.Remove(filepath.Join(s.dir, e.Name()))
		}
	}
}

// Settings spells out the fields of a struct of options, except those that are
// named: a field that is added later counts unless somebody says otherwise.
func Settings(options any, except ...string) string {
	v := reflect.ValueOf(options)
	var out strings.Builder
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; !slices.Contains(except, name) {
			fmt.Fprintf(&out, "%s %#v\n", name, v.Field(i))
		}
	}
	return out.String()
}

// Sum is what contents are compared by: the first 8 bytes of their SHA-256.
func Sum(data []byte) uint64 {
	sum := sha256.Sum256(data)
	return binary.LittleEndian.Uint64(sum[:])
}
