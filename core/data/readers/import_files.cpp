#include "data/readers/import_files.h"
