#include "models/model_spec.h"
