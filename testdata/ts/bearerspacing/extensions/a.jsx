fetch('/jsx', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
