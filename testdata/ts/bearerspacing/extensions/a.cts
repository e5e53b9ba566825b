fetch('/cts', { headers: { Authorization: `Bearer${token}` } }); // want "no space"
