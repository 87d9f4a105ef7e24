#include "training/split.h"
