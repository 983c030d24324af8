//! Every sentence of `data/words`, as a constant: a section of the tables is a module here.

use luoxuan::catalog::Words;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
