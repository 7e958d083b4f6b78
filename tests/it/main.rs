//! Whole-program tests, one binary so that they link once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod attendees;
mod browse;
mod classes;
mod common;
mod composer;
mod copies;
mod demo;
mod editor;
mod export;
mod files;
mod forms;
mod house;
mod import_run;
mod inbox;
mod issues;
mod keyboards;
mod kinds;
mod main_job;
mod merging;
mod offices;
mod older;
mod orientations;
mod overdue;
mod people;
mod phone_calls;
mod quick_entry;
mod rehearsal;
mod report_samples;
mod report_shapes;
mod roster;
mod roster_import;
mod screen;
mod triage;
mod upgrade;
mod views;
