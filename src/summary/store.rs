//! SQL of this room.
