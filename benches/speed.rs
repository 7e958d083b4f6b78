//! Speed of the whole program.
fn main() {}
