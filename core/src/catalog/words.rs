//! Every sentence of `data/words`, as a constant: a section of the tables is a module here. `build/words.rs` makes them.

use super::Words;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
