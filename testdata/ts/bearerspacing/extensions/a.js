fetch('/js', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
