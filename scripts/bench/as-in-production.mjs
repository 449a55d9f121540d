// To be imported first: what is held to a table of states only in tests and development is not measured.
process.env.NODE_ENV = "production";
