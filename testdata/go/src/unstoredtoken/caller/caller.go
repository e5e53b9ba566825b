package caller

import "unstoredtoken/auth"

func start(c *auth.Client) error {
	if _, err := auth.Login("u", "p"); err != nil { // want "the token that the login `auth.Login` answers with goes nowhere"
		return err
	}
	_, err := c.Login("u", "p") // stored inside, in another package
	return err
}
