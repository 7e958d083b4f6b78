//! SQL of the inbox.
