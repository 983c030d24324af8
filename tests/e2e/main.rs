//! What a teacher does, start to finish, in real browsers on the built files.
//!
//! `cargo xtask test` builds the site, serves it, finds the browsers and runs these. One file is one
//! story. Every test has a browser profile of its own, so they may run side by side.
#![cfg(not(target_arch = "wasm32"))]

mod access;
mod axe;
mod backups;
mod browsers;
mod capture;
mod clock;
mod coding;
mod comparing;
mod composing;
mod contests;
mod damage;
mod days;
mod disk;
mod estimating;
mod facts;
mod follows;
mod form;
mod group;
mod hostile;
mod importing;
mod keyboard;
mod kill;
mod long;
mod loss;
mod many;
mod offline;
mod one_file;
mod pages;
mod phones;
mod pictures;
mod race;
mod recording;
mod records;
mod returning;
mod room;
mod screens;
mod sheets;
mod spiral;
mod spoken;
mod stage;
mod tabs;
mod teacher;
mod texts;
mod torture;
mod trouble;
mod unknown;
mod wrong_clock;
mod zoom;
