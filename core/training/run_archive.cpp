#include "training/run_archive.h"
