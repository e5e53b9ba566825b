fetch('/cjs', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
