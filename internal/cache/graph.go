package cache

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
)

// Values are written field by field. What two pointers share is written once, so
// that it is shared again when it is read: two facts are about the same client
// exactly when they hold the same pointer, which encoding/gob and encoding/json
// would not keep.

// encode appends the form of what a pointer points to, to data. The types must have no fields that
// are not exported, and no interfaces, functions or channels.
func encode(data []byte, value any) ([]byte, error) {
	e := &encoder{data: data, strings: map[string]uint64{}, pointers: map[pointer]uint64{}}
	err := e.value(reflect.ValueOf(value).Elem())
	return e.data, err
}

type encoder struct {
	data     []byte
	strings  map[string]uint64
	pointers map[pointer]uint64
}

// A pointer is known with its type: that to a struct is also that to its first
// field.
type pointer struct {
	at uintptr
	to reflect.Type
}

func (e *encoder) number(n uint64) { e.data = binary.AppendUvarint(e.data, n) }

func (e *encoder) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		e.number(n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.data = binary.AppendVarint(e.data, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		e.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		e.number(math.Float64bits(v.Float()))
	case reflect.String:
		e.string(v.String())
	case reflect.Pointer:
		return e.pointer(v)
	case reflect.Slice:
		if v.IsNil() {
			e.number(0)
			return nil
		}
		e.number(uint64(v.Len()) + 1)
		return e.elements(v)
	case reflect.Array:
		return e.elements(v)
	case reflect.Map:
		return e.entries(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); !f.IsExported() {
				return fmt.Errorf("%s.%s is not exported", v.Type(), f.Name)
			}
			if err := e.value(v.Field(i)); err != nil {
				return err
			}
		}
	default:
		return fmt.Errorf("a %s cannot be kept", v.Type())
	}
	return nil
}

func (e *encoder) elements(v reflect.Value) error {
	for i := range v.Len() {
		if err := e.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) entries(v reflect.Value) error {
	if v.IsNil() {
		e.number(0)
		return nil
	}
	e.number(uint64(v.Len()) + 1)
	for k, elem := range v.Seq2() {
		if err := errors.Join(e.value(k), e.value(elem)); err != nil {
			return err
		}
	}
	return nil
}

// string writes a text in full once, and then its number.
func (e *encoder) string(s string) {
	n, known := e.strings[s]
	if !known {
		n = uint64(len(e.strings))
		e.strings[s] = n
	}
	e.number(n)
	if !known {
		e.number(uint64(len(s)))
		e.data = append(e.data, s...)
	}
}

func (e *encoder) pointer(v reflect.Value) error {
	if v.IsNil() {
		e.number(0)
		return nil
	}
	key := pointer{v.Pointer(), v.Type()}
	n, known := e.pointers[key]
	if !known {
		n = uint64(len(e.pointers)) + 1
		e.pointers[key] = n
	}
	e.number(n)
	if known {
		return nil
	}
	return e.value(v.Elem())
}

var errDamaged = errors.New("damaged")

// decode reads what encode wrote into what a pointer points to.
func decode(data []byte, into any) error {
	d := &decoder{data: data}
	v := reflect.ValueOf(into).Elem()
	d.value(v)
	if d.failed || len(d.data) > 0 {
		v.SetZero()
		return errDamaged
	}
	return nil
}

type decoder struct {
	data     []byte
	strings  []string
	pointers []reflect.Value
	failed   bool
}

func (d *decoder) number() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		d.failed = true
		return 0
	}
	d.data = d.data[size:]
	return n
}

// length is a number of things, of which each takes a byte at least.
func (d *decoder) length(n uint64) int {
	if n > uint64(len(d.data)) {
		d.failed = true
		return 0
	}
	return int(n)
}

func (d *decoder) value(v reflect.Value) {
	if d.failed {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.number() != 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, size := binary.Varint(d.data)
		if size <= 0 {
			d.failed = true
			return
		}
		d.data = d.data[size:]
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(d.number())
	case reflect.Float32, reflect.Float64:
		v.SetFloat(math.Float64frombits(d.number()))
	case reflect.String:
		v.SetString(d.string())
	case reflect.Pointer:
		d.pointer(v)
	case reflect.Slice:
		if n := d.number(); n > 0 {
			size := d.length(n - 1)
			v.Set(reflect.MakeSlice(v.Type(), size, size))
			d.elements(v)
		}
	case reflect.Array:
		d.elements(v)
	case reflect.Map:
		d.entries(v)
	case reflect.Struct:
		for i := range v.NumField() {
			d.value(v.Field(i))
		}
	default:
		d.failed = true
	}
}

func (d *decoder) elements(v reflect.Value) {
	for i := range v.Len() {
		d.value(v.Index(i))
	}
}

func (d *decoder) entries(v reflect.Value) {
	n := d.number()
	if n == 0 {
		return
	}
	size := d.length(n - 1)
	v.Set(reflect.MakeMapWithSize(v.Type(), size))
	for range size {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		d.value(key)
		d.value(elem)
		if d.failed {
			return
		}
		v.SetMapIndex(key, elem)
	}
}

func (d *decoder) string() string {
	n := d.number()
	switch {
	case n < uint64(len(d.strings)):
		return d.strings[n]
	case n > uint64(len(d.strings)):
		d.failed = true
		return ""
	}
	size := d.length(d.number())
	s := string(d.data[:size])
	d.data = d.data[size:]
	d.strings = append(d.strings, s)
	return s
}

func (d *decoder) pointer(v reflect.Value) {
	n := d.number()
	switch known := uint64(len(d.pointers)); {
	case n == 0:
	case n <= known:
		if p := d.pointers[n-1]; p.Type() == v.Type() {
			v.Set(p)
			return
		}
		d.failed = true
	case n == known+1:
		p := reflect.New(v.Type().Elem())
		d.pointers = append(d.pointers, p) // before what it points to, which may point back
		v.Set(p)
		d.value(p.Elem())
	default:
		d.failed = true
	}
}
