// ü
fetch("/c", { headers: { Authorization: localStorage.getItem("token") } }); // want "without a scheme"
