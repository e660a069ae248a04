use std::num::NonZeroUsize;
use std::thread::available_parallelism;

/// The number of pieces of long work, such as hashing a password, that are done at once: half of the cores, so that
/// pages and messages never wait for all of them, however many strangers want to sign in.
pub(crate) fn half_of_the_cores() -> usize {
    available_parallelism().map_or(1, NonZeroUsize::get).div_ceil(2)
}
