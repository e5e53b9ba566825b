package loggedtoken

import (
	"log"
)

func only(token string) {
	log.Println(token) // want "is written to the log"
}
