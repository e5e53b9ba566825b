module larder.example/server

go 1.24
