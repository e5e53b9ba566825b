package cache

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

type entry struct{ Text string }

func load(s *Store, key string) string {
	var e entry
	if !s.Load(key, &e) {
		return "nothing"
	}
	return e.Text
}

func TestStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "authlint")
	s := Open(dir)
	if got := load(s, "a"); got != "nothing" {
		t.Errorf("an empty store has %q", got)
	}
	s.Save("a", &entry{"first"})
	s.Save("a", &entry{"second"})
	s.Save("b", &entry{"other"})
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if a, b := load(Open(dir), "a"), load(Open(dir), "b"); a != "second" || b != "other" {
		t.Errorf("got %q and %q", a, b)
	}
	other := Open(dir)
	other.build = "another build"
	if got := load(other, "a"); got != "nothing" {
		t.Errorf("another build reads %q", got)
	}
	var none *Store
	none.Save("a", &entry{"lost"})
	if got := load(none, "a"); got != "nothing" || none.Err() != nil {
		t.Errorf("no store has %q, %v", got, none.Err())
	}
}

// TestStoreDamaged: an entry of which a byte has changed, or that was cut off, is
// none.
func TestStoreDamaged(t *testing.T) {
	s := Open(t.TempDir())
	s.Save("a", &entry{"text"})
	path := s.path("a")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		for _, data := range [][]byte{whole[:i], flipped(whole, i)} {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := load(s, "a"); got != "nothing" {
				t.Fatalf("with byte %d of %d damaged it has %q", i, len(whole), got)
			}
		}
	}
}

func flipped(data []byte, i int) []byte {
	out := append([]byte(nil), data...)
	out[i] ^= 1
	return out
}

// TestStoreTrims: an entry goes that was not asked for in a long time, and stays
// while it is.
func TestStoreTrims(t *testing.T) {
	s := Open(t.TempDir())
	for _, key := range []string{"old", "used"} {
		s.Save(key, &entry{key})
		long := time.Now().Add(-keep - time.Hour)
		if err := os.Chtimes(s.path(key), long, long); err != nil {
			t.Fatal(err)
		}
	}
	load(s, "used")
	s.Save("new", &entry{"new"})
	if got := load(s, "used"); got != "used" {
		t.Errorf("the one in use became %q", got)
	}
	if got := load(s, "old"); got != "nothing" {
		t.Errorf("the old one is still %q", got)
	}
}

// TestStoreUnwritable: what cannot be kept is said, and is no more than that.
func TestStoreUnwritable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(filepath.Join(file, "below"))
	s.Save("a", &entry{"text"})
	if s.Err() == nil {
		t.Error("nothing is said of a store below a file")
	}
}
