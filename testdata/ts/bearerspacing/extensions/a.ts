fetch('/ts', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
