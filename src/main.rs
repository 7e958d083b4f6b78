//! Starts duluan: error hook, arguments, hand over.

fn main() {}
