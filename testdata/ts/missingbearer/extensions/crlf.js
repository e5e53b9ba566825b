// Bytes: a mark of order, and lines that end in CR and LF.
fetch('/a', { headers: { Authorization: localStorage.getItem('token') } }); // want "without a scheme"
