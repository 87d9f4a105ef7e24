#include "data/store/sqlite_store.h"
