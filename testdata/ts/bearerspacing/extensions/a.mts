fetch('/mts', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
