package vettool

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/tools/go/gcexportdata"
)

// A vetx file is what one run of the tool leaves for those that import the
// package: its types and facts, each with its length in front
// (golang.org/x/tools/go/analysis/unitchecker, writeVetxFile).
const (
	vetxMagic  = "vetx"
	vetxHeader = len(vetxMagic) + 8
)

// writeStub leaves a vetx file with neither types nor facts. Types are taken
// from what the compiler left when somebody needs them.
func writeStub(file string) error {
	if file == "" {
		return nil
	}
	if err := os.WriteFile(file, vetx(nil), 0o666); err != nil {
		return fmt.Errorf("leaving empty facts for go vet: %w", err)
	}
	return nil
}

func vetx(types []byte) []byte {
	out := make([]byte, vetxHeader, vetxHeader+len(types))
	copy(out, vetxMagic)
	binary.LittleEndian.PutUint32(out[len(vetxMagic):], uint32(len(types)))
	return append(out, types...)
}

// lengths reads the header of a vetx file.
func lengths(file string) (types, facts uint32, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	head := make([]byte, vetxHeader)
	if _, err := io.ReadFull(f, head); err != nil {
		return 0, 0, err
	}
	if string(head[:len(vetxMagic)]) != vetxMagic {
		return 0, 0, fmt.Errorf("%s is not a file of facts", file)
	}
	return binary.LittleEndian.Uint32(head[4:]), binary.LittleEndian.Uint32(head[8:]), nil
}

func hasFacts(file string) (bool, error) {
	_, facts, err := lengths(file)
	return facts > 0, err
}

// complete returns a configuration in which every import has types: those that
// were passed over get them from the compiler's export data.
func (c *config) complete(file string) (string, error) {
	fset := token.NewFileSet()
	imports := map[string]*types.Package{}
	changed := false
	for path, vetxFile := range c.PackageVetx {
		n, _, err := lengths(vetxFile)
		if err != nil || n > 0 {
			continue // the driver says what is wrong with it
		}
		data, err := exported(fset, imports, path, c.PackageFile[path])
		if err != nil {
			return "", fmt.Errorf("reading the types of %s: %w; run `go clean -cache` and try again", path, err)
		}
		// Beside the configuration: the go command removes that directory.
		with := filepath.Join(filepath.Dir(file), "authlint"+strconv.Itoa(len(imports))+"_"+filepath.Base(path)+".vetx")
		if err := os.WriteFile(with, vetx(data), 0o666); err != nil {
			return "", fmt.Errorf("leaving types for go vet: %w", err)
		}
		c.PackageVetx[path] = with
		changed = true
	}
	if !changed {
		return file, nil
	}
	vetxMap, err := json.Marshal(c.PackageVetx)
	if err != nil {
		return "", err
	}
	c.raw["PackageVetx"] = vetxMap
	out, err := json.Marshal(c.raw)
	if err != nil {
		return "", err
	}
	file = filepath.Join(filepath.Dir(file), "authlint.cfg")
	if err := os.WriteFile(file, out, 0o666); err != nil {
		return "", fmt.Errorf("leaving a configuration for go vet: %w", err)
	}
	return file, nil
}

// exported returns a package's types in the form that vetx files have.
func exported(fset *token.FileSet, imports map[string]*types.Package, path, file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	pkg, err := gcexportdata.Read(r, fset, imports, path)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := gcexportdata.Write(&out, fset, pkg); err != nil {
		return nil, err
	}
	return out.Bytes()[1:], nil // without the letter of the format
}
