//! Groups of lines that a condition turns on or off.

use crate::source::Span;

/// An open `#if`.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) state: State,
    pub(super) has_else: bool,
    /// Its directive.
    pub(super) span: Span,
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// This branch is read.
    Taking,
    /// No branch was taken yet.
    Waiting,
    /// A branch was taken, or the group stands in one that is skipped.
    Done,
}
