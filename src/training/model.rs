//! Types and rules.
