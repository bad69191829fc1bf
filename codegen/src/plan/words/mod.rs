//! What words and names say where attributes are silent: who counts, who frees, who keeps, who writes.

pub(crate) mod counting;
pub(crate) mod ended;
pub(crate) mod freed;
pub(crate) mod kept;
pub(crate) mod outer;
pub(crate) mod written;
