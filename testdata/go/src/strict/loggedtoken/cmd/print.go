// Package cmd is a command.
package cmd

import (
	"fmt"
	"log"
	"net/http"
)

func PrintToken(accessToken string) {
	fmt.Println(accessToken)               // what the command is called for
	fmt.Printf("token: %s\n", accessToken) // the same
	log.Println("token", accessToken)      // want "`accessToken` is written to the log by `log.Println`"
	http.Get("https://api.example.com/me")
}

func handler(w http.ResponseWriter, r *http.Request) {
	fmt.Println(r.Header.Get("Authorization")) // want "is written to the log by `fmt.Println`"
}
