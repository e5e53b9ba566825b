fetch('/mjs', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
