// Duty: background synchronisation, for the object that carries it out and the one that shows it.
#pragma once

#include "object.hpp"

// Carries out an order: stores the event, and reports on the same thread.
HRESULT synchronize(Session *session, PMAPISIB order);

// Reports a run: the conversation with a callback.
void report(Session *session, IMAPISyncProgressCallback *callback);
