//! Live: what open pages are told, and those that slept.

mod catch_up;
mod follow;
