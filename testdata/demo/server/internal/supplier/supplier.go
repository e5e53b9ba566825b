// Package supplier reads what our suppliers have in stock. They have web sites
// for people, not APIs: we log in as a person would.
package supplier

import (
	"encoding/csv"
	"io"
)

// rows reads the first column of a table of what is in stock.
func rows(r io.Reader) ([]string, error) {
	table, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, row := range table {
		names = append(names, row[0])
	}
	return names, nil
}
