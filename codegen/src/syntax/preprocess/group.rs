//! Groups of lines that a condition turns on or off.

use super::unlike::Side;
use crate::source::Span;

/// An open `#if`.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) state: State,
    pub(super) has_else: bool,
    /// Its directive.
    pub(super) span: Span,
    /// What C sees of it; `None` where nobody reads it.
    pub(super) side: Option<Side>,
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
