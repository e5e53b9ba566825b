fetch('/tsx', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
